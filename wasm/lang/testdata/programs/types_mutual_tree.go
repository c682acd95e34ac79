package main

import "fmt"

type Dir struct {
	Name    string
	Entries []Entry
	Parent  *Dir
	index   map[string]int
}

type Entry struct {
	File *File
	Dir  *Dir
}

type File struct {
	Name string
	Size int
	In   *Dir
	vers []Version
}

type Version struct {
	of   *File
	data [4]byte
	prev *Version
}

func (d *Dir) add(e Entry) *Dir {
	if d.index == nil {
		d.index = make(map[string]int)
	}
	d.Entries = append(d.Entries, e)
	i := len(d.Entries) - 1
	if d.Entries[i].File != nil {
		d.Entries[i].File.In = d
		d.index[e.File.Name] = i
	} else {
		d.Entries[i].Dir.Parent = d
		d.index[e.Dir.Name] = i
	}
	return d
}

func (d *Dir) size() (n int) {
	for _, e := range d.Entries {
		switch {
		case e.File != nil:
			n += e.File.Size
		default:
			n += e.Dir.size()
		}
	}
	return
}

func (f *File) write(s string) {
	v := Version{of: f}
	copy(v.data[:], s)
	if len(f.vers) > 0 {
		last := f.vers[len(f.vers)-1]
		v.prev = &last
	}
	f.vers = append(f.vers, v)
	f.Size += len(s)
}

func main() {
	root := &Dir{Name: "/"}
	sub := &Dir{Name: "sub"}
	f, g := &File{Name: "f", Size: 1}, &File{Name: "g", Size: 2}
	root.add(Entry{File: f}).add(Entry{Dir: sub})
	sub.add(Entry{File: g})
	g.write("abc")
	g.write("xy")
	fmt.Println(root.size(), sub.Parent.Name, g.In.Parent == root, root.index, len(sub.Entries))
	fmt.Println(g.vers[1].prev.data, string(g.vers[1].data[:2]), g.vers[1].of.Name, g.vers[0].prev == nil)
	g.vers[0].data[0] = 'Z'
	p := &g.vers[0].data
	p[1] = 'Y'
	fmt.Println(g.vers[0].data, g.vers[1].prev.data)
	root.Entries[0].File.Size += 40
	root.Entries[1].Dir.Entries[0].File.Name += "!"
	fmt.Println(f.Size, g.Name, root.Entries[0].File.In == root)
	e := root.Entries[1]
	e.Dir = nil
	fmt.Println(root.Entries[1].Dir.Name, e.Dir == nil)
	root.Entries[0], root.Entries[1] = root.Entries[1], root.Entries[0]
	fmt.Println(root.Entries[0].Dir.Name, root.Entries[1].File.Name)
	var walk func(d *Dir, depth int)
	walk = func(d *Dir, depth int) {
		fmt.Printf("%*s%s\n", depth*2, "", d.Name)
		for i := range d.Entries {
			if x := &d.Entries[i]; x.Dir != nil {
				walk(x.Dir, depth+1)
			} else {
				fmt.Printf("%*s%s %d\n", depth*2+2, "", x.File.Name, x.File.Size)
			}
		}
	}
	walk(root, 0)
}
