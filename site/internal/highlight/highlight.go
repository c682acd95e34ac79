// Package highlight marks up source code with Chroma's short class names, and
// with nothing else: no styles, no lines, no wrapper. The text content of what
// it returns is exactly the code.
package highlight

import (
	"html/template"
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// names of Chroma's lexers for the languages that lessons hold. Others are
// shown plainly: a stylesheet that is read before the page has few rules.
var names = map[string]string{
	"go":     "go",
	"python": "python",
	"sh":     "bash",
}

// plain classes have no colour of their own, and are half of all tokens.
var plain = map[string]bool{"": true, "n": true, "nx": true, "p": true, "w": true, "err": true}

// escaper leaves quotes alone, which code is full of: this is never put into
// an attribute.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// HTML is code as the content of a code element.
func HTML(lang, code string) template.HTML {
	var b strings.Builder
	for _, token := range tokens(lang, code) {
		class := chroma.StandardTypes[token.Type]
		if plain[class] {
			b.WriteString(escaper.Replace(token.Value))
			continue
		}
		b.WriteString(`<span class="` + class + `">` + escaper.Replace(token.Value) + `</span>`)
	}
	return template.HTML(b.String())
}

// tokens falls back to one plain token where there is no lexer, or where it
// would change the code.
func tokens(lang, code string) []chroma.Token {
	whole := []chroma.Token{{Type: chroma.Text, Value: code}}
	lexer := lexers.Get(names[lang])
	if names[lang] == "" || lexer == nil {
		return whole
	}
	list, err := chroma.Tokenise(chroma.Coalesce(lexer), &chroma.TokeniseOptions{State: "root"}, code)
	if err != nil || chroma.Stringify(list...) != code {
		return whole
	}
	return list
}
