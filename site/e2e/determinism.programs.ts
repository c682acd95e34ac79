/// Programs whose output hangs on chance: on random numbers, the order of maps, the
/// choice of select, and who of hundreds of goroutines comes first.

function program(body: string, ...imports: string[]): string {
  return `package main\n\nimport (\n${["fmt", ...imports].map((path) => `\t"${path}"\n`).join("")})\n\nfunc main() {\n${body}\n}\n`;
}

/** From a way to make a program of a size, one program for each size. */
function sizes(name: string, make: (size: number) => string, ...all: number[]): Record<string, string> {
  return Object.fromEntries(all.map((size) => [`${name} ${size}`, make(size)]));
}

export const PROGRAMS: Record<string, string> = {
  ...sizes(
    "map order",
    (n) => program(`m := map[int]string{}\nfor i := 0; i < ${n}; i++ {\nm[i] = fmt.Sprint(i)\n}\nfor k, v := range m {\nfmt.Print(k, v, " ")\n}`),
    4, 8, 32, 200, 1000,
  ),
  ...sizes(
    "map of strings",
    (n) => program(`m := map[string]bool{}\nfor i := 0; i < ${n}; i++ {\nm[fmt.Sprint("key", i)] = true\n}\nfor k := range m {\nfmt.Print(k, " ")\n}`),
    5, 50, 500,
  ),
  ...sizes(
    "select",
    (n) =>
      program(`var all []chan int
for i := 0; i < ${n}; i++ {
c := make(chan int, 100)
for j := 0; j < 100; j++ {
c <- i
}
all = append(all, c)
}
a, b, c := all[0], all[1], all[2]
for i := 0; i < 40; i++ {
select {
case v := <-a:
fmt.Print(v)
case v := <-b:
fmt.Print(v)
case v := <-c:
fmt.Print(v)
}
}`),
    3, 4, 5,
  ),
  ...sizes("math/rand", (n) => program(`for i := 0; i < ${n}; i++ {\nfmt.Print(rand.Intn(1000), " ")\n}`, "math/rand"), 1, 10, 100),
  ...sizes("rand/v2", (n) => program(`for i := 0; i < ${n}; i++ {\nfmt.Print(rand.IntN(1000), " ")\n}`, "math/rand/v2"), 1, 10, 100),
  ...sizes("floats", (n) => program(`sum := 0.0\nfor i := 0; i < ${n}; i++ {\nsum += rand.Float64()\n}\nfmt.Println(sum)`, "math/rand"), 1, 50, 1000),
  ...sizes("shuffle", (n) => program(`p := rand.Perm(${n})\nrand.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })\nfmt.Println(p)`, "math/rand"), 5, 50, 300),
  ...sizes(
    "who is first",
    (n) =>
      program(
        `var wg sync.WaitGroup
say := func(i int) {
defer wg.Done()
fmt.Print(i, " ")
}
for i := 0; i < ${n}; i++ {
wg.Add(1)
go say(i)
}
wg.Wait()`,
        "sync",
      ),
    10, 100, 300, 500,
  ),
  ...sizes(
    "random sleepers",
    (n) =>
      program(
        `var wg sync.WaitGroup
began := time.Now()
sleep := func(i int) {
defer wg.Done()
time.Sleep(time.Duration(rand.Intn(1000)) * time.Millisecond)
fmt.Print(i, "@", time.Since(began), " ")
}
for i := 0; i < ${n}; i++ {
wg.Add(1)
go sleep(i)
}
wg.Wait()`,
        "math/rand", "sync", "time",
      ),
    5, 50, 200, 400,
  ),
  ...sizes(
    "worker pool",
    (n) =>
      program(
        `jobs := make(chan int)
results := make(chan string)
work := func(id int) {
for j := range jobs {
time.Sleep(time.Duration(rand.Intn(50)) * time.Microsecond)
results <- fmt.Sprint(id, ":", j*j)
}
}
for w := 0; w < ${n}; w++ {
go work(w)
}
go func() {
for j := 0; j < 60; j++ {
jobs <- j
}
close(jobs)
}()
for j := 0; j < 60; j++ {
fmt.Print(<-results, " ")
}`,
        "math/rand", "time",
      ),
    2, 7, 40, 100,
  ),
  ...sizes(
    "mutex",
    (n) =>
      program(
        `var mu sync.Mutex
var wg sync.WaitGroup
var order []int
take := func(i int) {
defer wg.Done()
for k := 0; k < 3; k++ {
mu.Lock()
order = append(order, i)
mu.Unlock()
runtime.Gosched()
}
}
for i := 0; i < ${n}; i++ {
wg.Add(1)
go take(i)
}
wg.Wait()
fmt.Println(order)`,
        "runtime", "sync",
      ),
    3, 30, 150,
  ),
  ...sizes(
    "deadlines",
    (n) =>
      program(
        `ctx, cancel := context.WithTimeout(context.Background(), ${n} * time.Millisecond)
defer cancel()
ticks := time.NewTicker(7 * time.Millisecond)
defer ticks.Stop()
for {
select {
case t := <-ticks.C:
fmt.Print(t.Format("05.000000"), " ")
case <-ctx.Done():
fmt.Println(ctx.Err(), time.Now())
return
}
}`,
        "context", "time",
      ),
    1, 20, 70, 333,
  ),
  ...sizes(
    "pipeline",
    (n) =>
      program(
        `stage := func(in chan int) chan int {
out := make(chan int, rand.Intn(4))
go func() {
for v := range in {
out <- v + rand.Intn(10)
}
close(out)
}()
return out
}
first := make(chan int)
last := first
for i := 0; i < ${n}; i++ {
last = stage(last)
}
go func() {
for i := 0; i < 20; i++ {
first <- i
}
close(first)
}()
for v := range last {
fmt.Print(v, " ")
}`,
        "math/rand",
      ),
    1, 10, 100,
  ),
  ...sizes(
    "condition",
    (n) =>
      program(
        `var mu sync.Mutex
cond := sync.NewCond(&mu)
ready := 0
var wg sync.WaitGroup
wait := func(i int) {
defer wg.Done()
mu.Lock()
for ready == 0 {
cond.Wait()
}
ready--
fmt.Print(i, " ")
mu.Unlock()
}
for i := 0; i < ${n}; i++ {
wg.Add(1)
go wait(i)
}
for i := 0; i < ${n}; i++ {
time.Sleep(time.Microsecond)
mu.Lock()
ready++
mu.Unlock()
cond.Signal()
}
wg.Wait()`,
        "sync", "time",
      ),
    5, 60,
  ),
  ...sizes("hash of a pointer", (n) => program(`m := map[*int]int{}\nfor i := 0; i < ${n}; i++ {\nm[new(int)] = i\n}\nfor _, v := range m {\nfmt.Print(v, " ")\n}`), 10, 100),
  ...sizes(
    "json of a map",
    (n) => program(`m := map[string]int{}\nfor i := 0; i < ${n}; i++ {\nm[fmt.Sprint(rand.Intn(1e6))] = i\n}\nb, err := json.Marshal(m)\nfmt.Println(string(b), err)`, "encoding/json", "math/rand"),
    3, 40,
  ),
  ...sizes(
    "simulated web",
    (n) =>
      program(
        `var wg sync.WaitGroup
hosts := []string{"example.com", "example.org", "example.net"}
get := func(i int) {
defer wg.Done()
time.Sleep(time.Duration(rand.Intn(300)) * time.Millisecond)
resp, err := http.Get("http://" + hosts[i%3])
fmt.Println(i, resp.Status, err, time.Now().Format("05.000"))
resp.Body.Close()
}
for i := 0; i < ${n}; i++ {
wg.Add(1)
go get(i)
}
wg.Wait()`,
        "math/rand", "net/http", "sync", "time",
      ),
    3, 30,
  ),
};
