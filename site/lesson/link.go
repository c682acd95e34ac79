package lesson

import (
	"io/fs"
	"net/url"
	"path"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// checkLinks drops the links that no page should follow, and keeps their text.
func (d *draft) checkLinks() {
	for _, n := range all[*ast.Link](d.lesson.Body) {
		if !followable(n.Destination) {
			unwrap(n)
		}
	}
	for _, n := range all[*ast.AutoLink](d.lesson.Body) {
		if n.AutoLinkType == ast.AutoLinkURL && !followable(n.URL(d.src)) {
			text := ast.NewString(n.Label(d.src))
			text.SetRaw(true)
			replace(n, text)
		}
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
		if info, err := fs.Stat(d.fsys, path.Join(d.dir, name)); err != nil || info.IsDir() {
			d.wrong(n.Pos(), "", "there is no image %s beside this lesson", name)
			continue
		}
		d.lesson.Images = append(d.lesson.Images, name)
	}
	slices.Sort(d.lesson.Images)
	d.lesson.Images = slices.Compact(d.lesson.Images)
}
