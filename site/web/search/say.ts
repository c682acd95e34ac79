/// What the search says.
import { search as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("search", english);
