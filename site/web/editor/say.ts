/// What the editor says by itself.
import { editor as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("editor", english);
