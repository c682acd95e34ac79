/// What a quiz says.
import { quiz as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("quiz", english);
