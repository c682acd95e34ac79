/// Go for the editor. Tokens get the class names that the site's static
/// highlighter gives them, so one stylesheet colours both and a listing looks the
/// same before and after it becomes an editor.
import { goLanguage } from "@codemirror/lang-go";
import { syntaxHighlighting } from "@codemirror/language";
import { styleTags, tagHighlighter, tags } from "@lezer/highlight";

const language = goLanguage.configure({
  props: [styleTags({ "CallExpr/SelectorExpr/FieldName": tags.function(tags.propertyName) })],
});

const classes = tagHighlighter([
  { tag: [tags.keyword, tags.controlKeyword], class: "k" },
  { tag: tags.definitionKeyword, class: "kd" },
  { tag: tags.moduleKeyword, class: "kn" },
  { tag: [tags.bool, tags.null], class: "kc" },
  { tag: tags.typeName, class: "kt" },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.function(tags.definition(tags.variableName)),
    ],
    class: "nf",
  },
  { tag: [tags.string, tags.character], class: "s" },
  { tag: tags.number, class: "m" },
  { tag: tags.lineComment, class: "c1" },
  { tag: tags.blockComment, class: "cm" },
]);

export const go = [language, syntaxHighlighting(classes)];
