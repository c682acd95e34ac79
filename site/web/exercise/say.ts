/// What an exercise says.
import { exercise as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("exercise", english);
