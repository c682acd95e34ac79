package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"index/suffixarray"
	"math"
	"math/big"
	"math/bits"
	"math/cmplx"
	mrand "math/rand/v2"
	"slices"
	"strconv"
)

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func main() {
	f := big.NewInt(1)
	for i := int64(2); i <= 60; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f, f.ProbablyPrime(10), new(big.Rat).SetFrac64(10, 4))
	root, _ := new(big.Float).SetPrec(200).SetString("2")
	fmt.Println(root.Sqrt(root).Text('g', 50))
	fmt.Println(bits.OnesCount64(0xff0f), bits.Reverse8(1), cmplx.Sqrt(-1), math.Nextafter(1, 2), math.Float64bits(-0.1))
	fmt.Println(strconv.FormatFloat(1e21/3, 'e', -1, 64), strconv.Quote("\u2028é"), float32(16777217.0))
	r := mrand.New(mrand.NewPCG(1, 2))
	fmt.Println(r.IntN(100), r.Float64(), r.Perm(5), mrand.New(mrand.NewChaCha8([32]byte{1})).Uint64())

	data := []byte("The quick brown fox")
	fmt.Printf("%x\n%x\n%x\n%x\n%x\n", md5.Sum(data), sha1.Sum(data), sha256.Sum256(data), sha512.Sum512_256(data), sha3.Sum256(data))
	mac := hmac.New(sha256.New, []byte("key"))
	mac.Write(data)
	fmt.Println(hex.EncodeToString(mac.Sum(nil)), subtle.ConstantTimeCompare(data, data))
	fmt.Println(crc32.ChecksumIEEE(data), crc64.Checksum(data, crc64.MakeTable(crc64.ECMA)), adler32.Checksum(data))
	h := fnv.New64a()
	h.Write(data)
	seed := maphash.MakeSeed()
	fmt.Println(h.Sum64(), maphash.Bytes(seed, data) == maphash.String(seed, string(data)))
	block, _ := aes.NewCipher(make([]byte, 32))
	gcm, _ := cipher.NewGCM(block)
	fmt.Printf("%x\n", gcm.Seal(nil, make([]byte, gcm.NonceSize()), data, nil))
	key := ed25519.NewKeyFromSeed(make([]byte, 32))
	fmt.Println(ed25519.Verify(key.Public().(ed25519.PublicKey), data, ed25519.Sign(key, data)), len(rand.Text()))

	q := &ints{5, 1, 4}
	heap.Init(q)
	heap.Push(q, 2)
	for q.Len() > 0 {
		fmt.Print(heap.Pop(q), " ")
	}
	l := list.New()
	l.PushFront("b")
	l.PushFront("a")
	circle := ring.New(3)
	offsets := suffixarray.New([]byte("banana")).Lookup([]byte("an"), -1)
	slices.Sort(offsets)
	fmt.Println(l.Front().Value, l.Len(), circle.Len(), offsets)
}
