/// What the engine says: how runs end, and why there is none.
import { engine as english } from "../../language/en.json";
import { speaker } from "../language/speaker.ts";

export const say = speaker("engine", english);
