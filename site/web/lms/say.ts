/// What a course says about being recorded.
import { lms as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("lms", english);
