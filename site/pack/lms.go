package pack

import (
	"archive/zip"
	"cmp"
	"compress/flate"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"hash/fnv"
	"html/template"
	"io"
	"io/fs"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"awaitgo/site/language"
)

// PassMark is the per cent to be earned where an author says nothing else.
const PassMark = 80

// ErrOrigin refuses an address that no policy can name.
var ErrOrigin = errors.New("is no address of a site, such as https://lrs.example.org")

// SCORM writes the site as a zip that learning systems take as SCORM 1.2.
//
// The course is one unit (a SCO), however many lessons it has: one score, one
// status, one place to go on from. The manifest names no mastery score: by the
// standard a system that knows one judges each session at its end, and so fails
// whoever stops half-way. The course judges for itself; a mark that an
// administrator sets in the system goes before the package's.
//
// The zip holds HTML, CSS, JavaScript and the manifest, and nothing else.
func SCORM(w io.Writer, site, bundle fs.FS, opts Options) error {
	c, err := readUnit(site, bundle, opts)
	if err != nil {
		return err
	}
	return c.write(w, "imsmanifest.xml", c.scormManifest())
}

// CMI5 writes the site as a zip that learning systems take as cmi5. It is the
// same course, with another manifest, and a policy that lets it reach the store
// that the system names.
func CMI5(w io.Writer, site, bundle fs.FS, opts Options) error {
	c, err := readUnit(site, bundle, opts)
	if err != nil {
		return err
	}
	if c.form.connects == "" {
		c.form.connects = "https:"
	}
	return c.write(w, "cmi5.xml", c.cmi5Structure())
}

// unit is a course as a learning system has it.
type unit struct {
	*document
	form form
	id   string // the same for each edition of a course
	pass int    // in per cent
}

func readUnit(site, bundle fs.FS, opts Options) (*unit, error) {
	d, err := readDocument(site, opts)
	if err != nil {
		return nil, err
	}
	c := &unit{document: d, id: d.id(), pass: cmp.Or(opts.Pass, PassMark)}
	c.form = form{
		data:   map[string]string{"packed": "lms", "course": c.id, "pass": strconv.Itoa(c.pass)},
		beside: true,
	}
	for _, address := range opts.Connects {
		origin, err := originOf(address)
		if err != nil {
			return nil, err
		}
		c.form.connects = strings.TrimSpace(c.form.connects + " " + origin)
	}
	if lang, known := language.Of(cmp.Or(d.Lang, language.Default)); known {
		text := lang.Page
		d.After = strings.Replace(d.After, template.HTMLEscapeString(text["footer"]), template.HTMLEscapeString(text["footerRecorded"]), 1)
	}
	for _, f := range []struct {
		to   *[]byte
		name string
	}{{&c.form.script, "pack/lms.js"}, {&c.form.css, "pack/lms.css"}} {
		if *f.to, err = fs.ReadFile(bundle, f.name); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// id is made of what the course is called and where its first lesson is, so that
// a system knows the next edition for the same course.
func (d *document) id() string {
	h := fnv.New64a()
	io.WriteString(h, d.Title+"\n"+d.Dir)
	if len(d.pages) > 1 {
		io.WriteString(h, d.pages[1].Dir)
	}
	return fmt.Sprintf("awaitgo-%016x", h.Sum64())
}

var hostForm = regexp.MustCompile(`^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9a-fA-F:]+\](:\d+)?$`)

// originOf is the part of an address that a policy names.
func originOf(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || !hostForm.MatchString(u.Host) {
		return "", fmt.Errorf("%q %w", address, ErrOrigin)
	}
	return u.Scheme + "://" + u.Host, nil
}

// file is one of a package.
type file struct {
	name    string
	content []byte
}

// files lists what the package holds beside its manifest.
func (c *unit) files() []file {
	files := []file{
		{"index.html", c.html(c.form)},
		{stylesFile, c.styles(c.form)},
		{earlyFile, c.early},
		{scriptFile, c.form.script},
	}
	for _, e := range c.engines {
		// See fromScript in web/pack/embedded.ts.
		script := fmt.Appendf(nil, "awaitgoFile(%q,%q);\n", e.path, base64.StdEncoding.EncodeToString(e.content))
		files = append(files, file{strings.TrimSuffix(e.path, ".gz") + ".js", script})
	}
	return files
}

// write writes the zip. The same course gives the same bytes.
func (c *unit) write(w io.Writer, manifestName string, manifest any) error {
	text, err := xml.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, f := range append([]file{{manifestName, []byte(xml.Header + string(text) + "\n")}}, c.files()...) {
		entry, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := entry.Write(f.content); err != nil {
			return err
		}
	}
	return z.Close()
}

// scormManifest is imsmanifest.xml, in the standard's own order.
type scormManifest struct {
	XMLName      xml.Name      `xml:"manifest"`
	Identifier   string        `xml:"identifier,attr"`
	Version      string        `xml:"version,attr"`
	Namespace    string        `xml:"xmlns,attr"`
	ADLNamespace string        `xml:"xmlns:adlcp,attr"`
	Schema       string        `xml:"metadata>schema"`
	SchemaVer    string        `xml:"metadata>schemaversion"`
	Organized    organizations `xml:"organizations"`
	Resource     resource      `xml:"resources>resource"`
}

type organizations struct {
	Default      string       `xml:"default,attr"`
	Organization organization `xml:"organization"`
}

type organization struct {
	Identifier string `xml:"identifier,attr"`
	Title      string `xml:"title"`
	Item       item   `xml:"item"`
}

type item struct {
	Identifier string `xml:"identifier,attr"`
	Reference  string `xml:"identifierref,attr"`
	Visible    bool   `xml:"isvisible,attr"`
	Title      string `xml:"title"`
}

type resource struct {
	Identifier string     `xml:"identifier,attr"`
	Type       string     `xml:"type,attr"`
	SCORMType  string     `xml:"adlcp:scormtype,attr"`
	Href       string     `xml:"href,attr"`
	Files      []fileHref `xml:"file"`
}

type fileHref struct {
	Href string `xml:"href,attr"`
}

func (c *unit) scormManifest() scormManifest {
	var hrefs []fileHref
	for _, f := range c.files() {
		hrefs = append(hrefs, fileHref{f.name})
	}
	return scormManifest{
		Identifier:   c.id,
		Version:      "1.0",
		Namespace:    "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
		ADLNamespace: "http://www.adlnet.org/xsd/adlcp_rootv1p2",
		Schema:       "ADL SCORM",
		SchemaVer:    "1.2",
		Organized: organizations{"course", organization{"course", c.Title,
			item{"item", "resource", true, c.Title}}},
		Resource: resource{"resource", "webcontent", "sco", "index.html", hrefs},
	}
}

// cmi5Structure is cmi5.xml.
type cmi5Structure struct {
	XMLName   xml.Name   `xml:"courseStructure"`
	Namespace string     `xml:"xmlns,attr"`
	Course    cmi5Course `xml:"course"`
	Unit      cmi5Unit   `xml:"au"`
}

type cmi5Course struct {
	ID          string     `xml:"id,attr"`
	Title       langString `xml:"title>langstring"`
	Description langString `xml:"description>langstring"`
}

type cmi5Unit struct {
	ID           string     `xml:"id,attr"`
	MoveOn       string     `xml:"moveOn,attr"`
	MasteryScore string     `xml:"masteryScore,attr"`
	LaunchMethod string     `xml:"launchMethod,attr"`
	Title        langString `xml:"title>langstring"`
	Description  langString `xml:"description>langstring"`
	URL          string     `xml:"url"`
}

type langString struct {
	Lang string `xml:"lang,attr"`
	Text string `xml:",chardata"`
}

func (c *unit) cmi5Structure() cmi5Structure {
	title := langString{cmp.Or(c.Lang, "en"), c.Title}
	return cmi5Structure{
		Namespace: "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd",
		Course:    cmi5Course{"urn:awaitgo:" + c.id, title, title},
		Unit: cmi5Unit{
			ID:           "urn:awaitgo:" + c.id + ":course",
			MoveOn:       "CompletedOrPassed",
			MasteryScore: strconv.FormatFloat(float64(c.pass)/100, 'f', -1, 64),
			LaunchMethod: "AnyWindow",
			Title:        title,
			Description:  title,
			URL:          "index.html",
		},
	}
}
