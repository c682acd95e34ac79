package site

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"

	"awaitgo/site/lesson"
)

// Options say how a site is built. The zero value is good.
type Options struct {
	Title       string // the course's name, before that of course.toml; "" and none there means Await, Go!
	Precompress bool   // write .br and .gz beside each file that shrinks
	NoOffline   bool   // no service worker, and remove the one that browsers may have
	BaseURL     string // the full address of the site, ending in a slash, for canonical links and a sitemap; "" if it has many or none
	Watched     bool   // pages alone, which reload when the event stream /.changes tells them; the bundle is for the server to add
}

// What a build can lack.
var (
	ErrNoLessons = errors.New("there is no lesson: no folder with a " + lesson.Name)
	ErrNoBundle  = errors.New("the browser bundle is missing")
	ErrBaseURL   = errors.New("is no full address of a site")
)

// checkBaseURL sees to the slash at the end, from which links start.
func (opts *Options) checkBaseURL() error {
	if opts.BaseURL == "" {
		return nil
	}
	u, err := url.Parse(opts.BaseURL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("%q %w", opts.BaseURL, ErrBaseURL)
	}
	opts.BaseURL = strings.TrimSuffix(u.String(), "/") + "/"
	return nil
}

// Build writes the site of the lessons into the folder out: of folders of the
// file system that hold a lesson.md, or of Markdown files at its root. What
// else may stand there is in [ConfigName]. The folder appears complete or not
// at all: a site that an earlier build left there is replaced at the end, and
// any other folder that holds files is refused with [ErrForeign].
//
// Mistakes in lessons come back joined, each a [lesson.Mistake].
func Build(lessons, bundle fs.FS, out string, opts Options) error {
	c, err := readCourse(lessons, opts)
	if err != nil {
		return err
	}
	if !complete(bundle) {
		return ErrNoBundle
	}
	o, err := newOutput(out)
	if err != nil {
		return err
	}
	defer o.discard()
	if err := c.write(o, bundle); err != nil {
		return err
	}
	return o.publish()
}

func (c *course) write(o *output, bundle fs.FS) error {
	if !c.opts.Watched {
		if err := copyBundle(o, bundle); err != nil {
			return fmt.Errorf("browser bundle: %w", err)
		}
	}
	if err := c.writeLessons(o); err != nil {
		return err
	}
	if err := c.writeRest(o); err != nil {
		return err
	}
	if err := writeEmbedPage(o, c); err != nil {
		return err
	}
	if c.opts.Watched {
		return o.write("assets/watch.js", []byte(watchScript))
	}
	if err := writeInstallable(o, c.opts); err != nil {
		return err
	}
	if err := writeWorker(o, bundle, c.fsys, c.opts); err != nil {
		return fmt.Errorf("offline use: %w", err)
	}
	if c.opts.Precompress {
		return precompress(o)
	}
	return nil
}

// watchScript reloads its page when the server has built another version.
const watchScript = `let first;
new EventSource(new URL("../.changes", import.meta.url)).onmessage = ({ data }) => {
  first ??= data;
  if (data !== first) location.reload();
};
`

// WatchScript is the script of watched pages, for pages that a server makes
// where there is no site, as the lessons have mistakes.
func WatchScript() []byte { return []byte(watchScript) }
