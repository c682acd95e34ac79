package pack

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// page is one page of a site, taken apart: what stands around its main
// element is the same for all.
type page struct {
	Dir                 string // from the site's root, with a slash at its end; "" is the course's own page
	Number              int    // the lesson's; 0 for the course's own page
	Title               string
	Lang, Direction     string
	Before, Main, After string // HTML
	Logs                []log  // that its timelines draw beside those of runs
}

// log is an event log: JSON Lines.
type log struct {
	path    string // from the site's root, as URLs have it
	content []byte
}

// reader rewrites a page for a document that holds all pages: links become
// fragments, images data.
type reader struct {
	site  fs.FS
	pages []string // the directories of the pages in the document
	page
}

func readPage(site fs.FS, entry lessonInfo, pages []string) (page, error) {
	dir := entry.Page
	file, err := site.Open(path.Join(dir, "index.html"))
	if err != nil {
		return page{}, err
	}
	defer file.Close()
	r := reader{site: site, pages: pages, page: page{Dir: dir, Number: entry.Lesson}}
	if err := r.read(html.NewTokenizer(file)); err != nil {
		return page{}, fmt.Errorf("%sindex.html: %w", dir, err)
	}
	return r.page, nil
}

// void elements have no end tag.
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

func (r *reader) read(z *html.Tokenizer) error {
	var before, main, after, title strings.Builder
	var out *strings.Builder // where the text goes; nil in the head
	dropping := 0            // elements that are open inside one that is left out
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			break
		}
		raw := string(z.Raw())
		token := z.Token()
		opens := kind == html.StartTagToken && !slices.Contains(void, token.Data)
		switch {
		case dropping > 0:
			if opens {
				dropping++
			} else if kind == html.EndTagToken {
				dropping--
			}
			continue
		case kind == html.StartTagToken && token.Data == "html":
			r.Lang, r.Direction = attribute(token, "lang"), attribute(token, "dir")
		case kind == html.StartTagToken && token.Data == "title" && out == nil:
			z.Next()
			title.WriteString(z.Token().Data)
		case kind == html.StartTagToken && token.Data == "body":
			out = &before
		case out == nil || kind == html.EndTagToken && (token.Data == "body" || token.Data == "html"):
		case kind == html.EndTagToken && token.Data == "main":
			out.WriteString(raw)
			out = &after
		case kind == html.StartTagToken || kind == html.SelfClosingTagToken:
			keep, err := r.rewrite(&token)
			if err != nil {
				return err
			}
			if !keep {
				if opens && kind == html.StartTagToken {
					dropping = 1
				}
				continue
			}
			if token.Data == "main" {
				out = &main
			}
			if token.Attr == nil {
				out.WriteString(raw)
			} else {
				out.WriteString(token.String())
			}
		default:
			out.WriteString(raw)
		}
	}
	if main.Len() == 0 {
		return errors.New("the page has no main element")
	}
	r.Title = title.String()
	r.Before, r.Main, r.After = before.String(), main.String(), after.String()
	return nil
}

// rewrite changes a tag in place. It holds for an element that stays.
func (r *reader) rewrite(token *html.Token) (bool, error) {
	switch token.Data {
	case "script", "link":
		return false, nil
	case "main":
		set(token, "data-page", "/"+r.Dir)
		if r.Number > 0 {
			set(token, "data-lesson", strconv.Itoa(r.Number))
		}
	case "img":
		return true, r.inline(token)
	case "await-go":
		return true, r.takeLog(token)
	case "a":
		return r.link(token), nil
	}
	return true, nil
}

// link leads within the document, or to another site. What was left out of
// the document can't be linked to: the way to the next lesson goes, other text
// stays.
func (r *reader) link(token *html.Token) bool {
	href := attribute(*token, "href")
	target, err := url.Parse(href)
	if href == "" || err != nil || target.IsAbs() || target.Host != "" {
		return true
	}
	dir := r.Dir
	if target.Path != "" {
		dir = strings.TrimSuffix(strings.TrimPrefix(path.Join("/", r.Dir, target.Path), "/"), "index.html")
		if dir != "" && !strings.HasSuffix(dir, "/") {
			dir += "/"
		}
	}
	if !slices.Contains(r.pages, dir) {
		if rel := attribute(*token, "rel"); rel == "next" || rel == "prev" {
			return false
		}
		token.Attr = slices.DeleteFunc(token.Attr, func(a html.Attribute) bool { return a.Key == "href" })
		return true
	}
	// A document of one page needs no way to it.
	if attribute(*token, "class") == "skip-link" || len(r.pages) == 1 && target.Path == "" {
		return true
	}
	set(token, "href", (&url.URL{Fragment: "/" + dir + target.Fragment}).String())
	return true
}

var imageTypes = map[string]string{
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif",
}

func (r *reader) inline(token *html.Token) error {
	src, err := url.Parse(attribute(*token, "src"))
	if err != nil || src.IsAbs() || src.Host != "" || src.Path == "" {
		return nil
	}
	name := strings.TrimPrefix(path.Join("/", r.Dir, src.Path), "/")
	content, err := fs.ReadFile(r.site, name)
	if err != nil {
		return err
	}
	kind, known := imageTypes[strings.ToLower(path.Ext(name))]
	if !known {
		return nil
	}
	set(token, "src", "data:"+kind+";base64,"+base64.StdEncoding.EncodeToString(content))
	return nil
}

// home is where a package's scripts believe that they come from, and so do the
// files that they ask for: see web/pack/embedded.ts.
const home = "https://awaitgo.invalid/"

// takeLog takes the log beside a program into the document.
func (r *reader) takeLog(token *html.Token) error {
	beside, err := url.Parse(attribute(*token, "beside"))
	if err != nil || beside.IsAbs() || beside.Host != "" || beside.Path == "" {
		return nil
	}
	name := strings.TrimPrefix(path.Join("/", r.Dir, beside.Path), "/")
	content, err := fs.ReadFile(r.site, name)
	if err != nil {
		return err
	}
	taken := log{(&url.URL{Path: name}).EscapedPath(), content}
	r.Logs = append(r.Logs, taken)
	set(token, "beside", home+taken.path)
	return nil
}

func attribute(token html.Token, key string) string {
	for _, a := range token.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func set(token *html.Token, key, value string) {
	for i, a := range token.Attr {
		if a.Key == key {
			token.Attr[i].Val = value
			return
		}
	}
	token.Attr = append(token.Attr, html.Attribute{Key: key, Val: value})
}
