package site

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"awaitgo/site/language"
	"awaitgo/site/lesson"
)

// ConfigName is the file, beside the lessons, in which a course is given a
// name and a look. It may be absent, and so may each of its lines:
//
//	title = "Await, Go!"
//	language = "en"        # of the interface: en, de or ar
//	logo = "logo.svg"      # a file beside this one
//	footer = "Made at …"   # a line of plain text
//	unsafe_html = false    # true lets lessons' HTML through as it stands
//
//	[accent]               # the colour of links and buttons
//	light = "#0a6b4d"      # on light pages
//	dark = "#6fd6ab"       # and on dark ones
const ConfigName = "course.toml"

// config is what the file says.
type config struct {
	Title      string `toml:"title"`
	Language   string `toml:"language"`
	Logo       string `toml:"logo"`
	Footer     string `toml:"footer"`
	UnsafeHTML bool   `toml:"unsafe_html"`
	Accent     struct {
		Light string `toml:"light"`
		Dark  string `toml:"dark"`
	} `toml:"accent"`
}

// Format is how the lessons of a course are to be read, by its course.toml.
func Format(lessons fs.FS) (lesson.Format, error) {
	c, err := readConfig(lessons)
	if err != nil {
		return lesson.Format{}, err
	}
	return c.format(), nil
}

func (c *config) format() lesson.Format { return lesson.Format{UnsafeHTML: c.UnsafeHTML} }

// readConfig reads the file. Its mistakes come back joined, each a
// [lesson.Mistake].
func readConfig(lessons fs.FS) (*config, error) {
	c := &config{}
	text, err := fs.ReadFile(lessons, ConfigName)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, err
	}
	decoder := toml.NewDecoder(strings.NewReader(string(text))).DisallowUnknownFields()
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch err := decoder.Decode(c); {
	case errors.As(err, &unknown):
		var all []error
		for _, e := range unknown.Errors {
			line, column := e.Position()
			all = append(all, wrongConfig(line, column, "it may be title, language, logo, footer, unsafe_html, or light and dark under [accent]",
				"there is no %s to set", strings.Join(e.Key(), ".")))
		}
		return nil, errors.Join(all...)
	case errors.As(err, &wrong):
		line, column := wrong.Position()
		return nil, wrongConfig(line, column, "", "%s", strings.TrimPrefix(wrong.Error(), "toml: "))
	case err != nil:
		return nil, wrongConfig(1, 1, "", "%v", err)
	}
	return c, c.check(lessons, string(text))
}

func wrongConfig(line, column int, hint, format string, args ...any) error {
	return &lesson.Mistake{File: ConfigName, Line: max(1, line), Column: max(1, column), Message: fmt.Sprintf(format, args...), Hint: hint}
}

// check finds values that can't be.
func (c *config) check(lessons fs.FS, text string) error {
	var all []error
	wrong := func(key, hint, format string, args ...any) {
		all = append(all, wrongConfig(lineOfKey(text, key), 1, hint, format, args...))
	}
	if _, known := language.Of(c.Language); c.Language != "" && !known {
		wrong("language", "it may be "+strings.Join(language.Tags(), ", "), "there are no texts in %q", c.Language)
	}
	if c.Logo != "" {
		if info, err := fs.Stat(lessons, c.Logo); err != nil || info.IsDir() || path.Base(c.Logo) != c.Logo {
			wrong("logo", "put the image beside "+ConfigName, "there is no file %s", c.Logo)
		} else if !isImage(c.Logo) {
			wrong("logo", "an .svg, .png, .jpg, .webp, .avif or .gif", "%s is no image", c.Logo)
		}
	}
	for _, side := range []struct{ key, value, paper, page string }{
		{"light", c.Accent.Light, lightPaper, "light"},
		{"dark", c.Accent.Dark, darkPaper, "dark"},
	} {
		if side.value == "" {
			continue
		}
		colour, ok := parseColour(side.value)
		if !ok {
			wrong(side.key, "write it as #0a6b4d", "%q is no colour", side.value)
			continue
		}
		paper, _ := parseColour(side.paper)
		if got := contrast(colour, paper); got < readable {
			wrong(side.key, "a near one that can be read is "+colour.readableOn(paper).String(),
				"%s on the %s page has a contrast of %.1f, and text needs %.1f", side.value, side.page, got, readable)
		}
	}
	return errors.Join(all...)
}

// lineOfKey is the line that sets a key. Keys are unique in the file, but for
// the section that they stand in.
func lineOfKey(text, key string) int {
	form := regexp.MustCompile(`(?m)^[ \t]*(?:accent\.)?` + key + `[ \t]*=`)
	at := form.FindStringIndex(text)
	if at == nil {
		return 1
	}
	return 1 + strings.Count(text[:at[0]], "\n")
}

func isImage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif":
		return true
	}
	return false
}
