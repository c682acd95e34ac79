package check

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"awaitgo/site/lesson"
)

// checkLinks follows the links that stay within the course. Those to other
// sites are left alone: a check asks nobody anything.
func (c *checker) checkLinks() {
	pages := map[string]*lesson.Lesson{}
	for _, l := range c.lessons {
		pages[l.Slug] = l
	}
	for _, l := range c.asked() {
		for _, link := range l.Links {
			if message, hint := follow(pages, l, link.URL); message != "" {
				c.add(Finding{File: l.File, Line: link.Line, Column: link.Column, Rule: "link", Message: message, Hint: hint})
			}
		}
	}
}

// follow says what is wrong with a link of a lesson; nothing if it leads somewhere.
func follow(pages map[string]*lesson.Lesson, from *lesson.Lesson, link string) (message, hint string) {
	u, err := url.Parse(link)
	if err != nil {
		return "the link " + link + " is no address", "write spaces as %20"
	}
	if u.Scheme != "" || u.Host != "" {
		return "", ""
	}
	if u.Path == "" {
		return anchor(from, "this lesson", u.Fragment)
	}
	if strings.HasPrefix(u.Path, "/") {
		return "the link " + link + " starts at the host, and a course may stand below it", "write it relative to the lesson's page, such as ../" + strings.TrimLeft(link, "/")
	}
	place := path.Join(from.Slug, u.Path)
	if place == "." || place == "index.html" {
		return "", "" // the list of lessons
	}
	slug, rest, _ := strings.Cut(place, "/")
	to := pages[slug]
	switch {
	case slug == "..":
		return "the link " + link + " leaves the course", "lessons are beside each other: ../39-select/"
	case to != nil && (rest == "" || rest == "index.html"):
		return anchor(to, slug, u.Fragment)
	case to != nil && slices.Contains(to.Images, rest):
		return "", ""
	case to == from:
		return "the lesson's page has no " + rest + " beside it", "a site holds lessons and the images that they show"
	default:
		return "there is no page " + place, "a lesson's address is its folder's name: ../39-select/"
	}
}

func anchor(page *lesson.Lesson, name, id string) (message, hint string) {
	if page.HasID(id) {
		return "", ""
	}
	if near := nearest(page, id); near != "" {
		hint = "did you mean #" + near + "?"
	}
	return "there is no place #" + id + " in " + name, hint
}

// nearest is the heading's address that shares most words with an id.
func nearest(page *lesson.Lesson, id string) string {
	best, most := "", 0
	words := strings.FieldsFunc(strings.ToLower(id), func(r rune) bool { return r == '-' || r == '_' })
	for _, h := range page.Outline() {
		shared := 0
		for _, word := range strings.Split(h.ID, "-") {
			if word != "" && slices.Contains(words, word) {
				shared++
			}
		}
		if shared > most {
			best, most = h.ID, shared
		}
	}
	return best
}
