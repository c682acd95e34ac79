/// What is said in a frame besides its program.
import { frame as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("frame", english);
