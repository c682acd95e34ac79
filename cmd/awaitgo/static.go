package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// static serves a finished site. Unlike http.FileServer it sends the
// compressed files that a build left beside others, tells browsers what they
// may keep, and lists no folders.
type static struct{ files fs.FS }

func (s static) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "this site is read-only", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	} else if isDir(s.files, name) {
		redirect(w, path.Base(name)+"/", r.URL.RawQuery)
		return
	}
	if hidden(name) || !isFile(s.files, name) {
		http.Error(w, "there is no such page", http.StatusNotFound)
		return
	}
	if err := s.send(w, r, name); err != nil {
		http.Error(w, "the file can't be read", http.StatusInternalServerError)
	}
}

// redirect leads to a path relative to the one that was asked for.
func redirect(w http.ResponseWriter, to, query string) {
	if query != "" {
		to += "?" + query
	}
	w.Header().Set("Location", "./"+to)
	w.WriteHeader(http.StatusMovedPermanently)
}

func isDir(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && info.IsDir()
}

func isFile(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && info.Mode().IsRegular()
}

// hidden holds for files that are no part of the site, such as the mark that
// a build leaves.
func hidden(name string) bool {
	for element := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(element, ".") {
			return true
		}
	}
	return false
}

// send answers with the smallest form of a file that the browser takes.
func (s static) send(w http.ResponseWriter, r *http.Request, name string) error {
	mime := mimeType(name)
	header := w.Header()
	header.Set("Content-Type", mime)
	header.Set("Cache-Control", caching(name))
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Vary", "Accept-Encoding")
	accepted := r.Header.Get("Accept-Encoding")
	for _, c := range []struct{ coding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if accepts(accepted, c.coding) && isFile(s.files, name+c.suffix) {
			header.Set("Content-Encoding", c.coding)
			return s.sendFile(w, r, name+c.suffix)
		}
	}
	if compressible(mime) && accepts(accepted, "gzip") && r.Header.Get("Range") == "" {
		header.Set("Content-Encoding", "gzip")
		return s.sendGzipped(w, r, name)
	}
	return s.sendFile(w, r, name)
}

func (s static) sendFile(w http.ResponseWriter, r *http.Request, name string) error {
	file, err := s.files.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	w.Header().Set("ETag", etag(info, path.Ext(name)))
	http.ServeContent(w, r, "", info.ModTime(), file.(io.ReadSeeker))
	return nil
}

// sendGzipped compresses a text as it goes. Texts are small; what is large
// has a compressed file beside it.
func (s static) sendGzipped(w http.ResponseWriter, r *http.Request, name string) error {
	info, err := fs.Stat(s.files, name)
	if err != nil {
		return err
	}
	content, err := fs.ReadFile(s.files, name)
	if err != nil {
		return err
	}
	var small bytes.Buffer
	zip := gzip.NewWriter(&small)
	zip.Write(content)
	zip.Close()
	w.Header().Set("ETag", etag(info, "gzip"))
	http.ServeContent(w, r, "", info.ModTime(), bytes.NewReader(small.Bytes()))
	return nil
}

// etag tells two builds apart even within a second, and two forms of a file.
func etag(info fs.FileInfo, form string) string {
	return fmt.Sprintf("%q", fmt.Sprintf("%x-%x-%s", info.Size(), info.ModTime().UnixNano(), form))
}

// mimeTypes are stated here, as the system's own tables differ: some know no
// .wasm, some call scripts text/plain.
var mimeTypes = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".json":        "application/json",
	".map":         "application/json",
	".webmanifest": "application/manifest+json",
	".wasm":        "application/wasm",
	".gz":          "application/gzip",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".jpg":         "image/jpeg",
	".jpeg":        "image/jpeg",
	".gif":         "image/gif",
	".webp":        "image/webp",
	".avif":        "image/avif",
	".jsonl":       "application/x-ndjson",
	".ico":         "image/x-icon",
	".woff2":       "font/woff2",
}

func mimeType(name string) string {
	if t, known := mimeTypes[strings.ToLower(path.Ext(name))]; known {
		return t
	}
	return "application/octet-stream"
}

func compressible(mime string) bool {
	return strings.HasPrefix(mime, "text/") || strings.HasSuffix(mime, "json") || mime == "image/svg+xml"
}

// caching lets browsers keep for good what changes its name with its content,
// and ask each time for the rest.
func caching(name string) string {
	if hashed(path.Base(name)) {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}

// hashed holds for names like chunk-4X2LPQ7A.js and instant-3f9c0a17.wasm.gz:
// the last word before the first dot is a hash in hex or in base 32.
func hashed(base string) bool {
	stem, _, _ := strings.Cut(base, ".")
	_, hash, dashed := strings.Cut(stem[max(0, strings.LastIndex(stem, "-")):], "-")
	return dashed && len(hash) >= 8 &&
		(strings.Trim(hash, "0123456789abcdef") == "" || strings.Trim(hash, "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "")
}

// accepts reads an Accept-Encoding header: a coding is taken if it is named
// and not with a weight of zero.
func accepts(header, coding string) bool {
	for item := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(item, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		weight, found := strings.CutPrefix(strings.TrimSpace(params), "q=")
		q, err := strconv.ParseFloat(weight, 64)
		return !found || err == nil && q > 0
	}
	return false
}
