package lesson

import (
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// checkLinks drops the links that no page should follow, and keeps their text.
func (d *draft) checkLinks() {
	for _, n := range all[*ast.Link](d.lesson.Body) {
		if !followable(n.Destination) {
			unwrap(n)
			continue
		}
		n.Destination = d.page(n.Destination)
		line, column := d.lines.place(d.src, n.Pos())
		d.lesson.Links = append(d.lesson.Links, Link{URL: string(n.Destination), Line: line, Column: column})
	}
	for _, n := range all[*ast.AutoLink](d.lesson.Body) {
		if n.AutoLinkType == ast.AutoLinkURL && !followable(n.URL(d.src)) {
			text := ast.NewString(n.Label(d.src))
			text.SetRaw(true)
			replace(n, text)
		}
	}
}

// A Link is a link of the text, and where it stands.
type Link struct {
	URL          string // as the page has it: relative to the lesson's page
	Line, Column int
}

// page is the address of the page that a link to another lesson's Markdown
// leads to, so that links work where the text is read unbuilt as well. Other
// destinations stay as they are.
func (d *draft) page(destination []byte) []byte {
	u, err := url.Parse(string(destination))
	if err != nil || u.Scheme != "" || u.Host != "" || path.Ext(u.Path) != ".md" {
		return destination
	}
	file := path.Join(d.base, u.Path)
	if info, err := fs.Stat(d.fsys, file); err != nil || info.IsDir() {
		return destination
	}
	slug, isLesson := slugOf(file)
	if !isLesson {
		return destination
	}
	u.Path = "../" + slug + "/"
	return []byte(u.String())
}

// slugOf is the address of the lesson in a file.
func slugOf(file string) (slug string, isLesson bool) {
	dir, base := path.Split(file)
	switch {
	case base == Name && dir != "":
		return path.Base(dir), strings.Count(dir, "/") == 1
	default:
		return strings.TrimSuffix(base, ".md"), dir == ""
	}
}

// followable holds for the web, for mail, and for places within the site. It
// judges what a browser will see, so entities are resolved first.
func followable(destination []byte) bool {
	u, err := url.Parse(string(util.URLEscape(destination, true)))
	return err == nil && slices.Contains([]string{"", "http", "https", "mailto"}, u.Scheme)
}

// unwrap puts a node's children where the node was.
func unwrap(n ast.Node) {
	for _, child := range children(n) {
		n.Parent().InsertBefore(n.Parent(), n, child)
	}
	remove(n)
}

// checkImages lists the images of the text, which are files of the folder.
func (d *draft) checkImages() {
	for _, n := range all[*ast.Image](d.lesson.Body) {
		name, err := url.PathUnescape(string(n.Destination))
		if err != nil || !fs.ValidPath(name) || path.Ext(name) == "" {
			d.wrong(n.Pos(), "put the image into the lesson's folder and name it there",
				"the image %s is no file of this lesson", n.Destination)
			continue
		}
		if info, err := fs.Stat(d.fsys, path.Join(d.base, name)); err != nil || info.IsDir() {
			d.wrong(n.Pos(), "", "there is no image %s beside this lesson", name)
			continue
		}
		d.lesson.Images = append(d.lesson.Images, name)
	}
	slices.Sort(d.lesson.Images)
	d.lesson.Images = slices.Compact(d.lesson.Images)
}
