/// What a page of the course says around its lesson.
import { site as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("site", english);
