package main

import (
	"fmt"
)

type node struct {
	val  int
	next *node
}

func push(head **node, v int) { *head = &node{v, *head} }
func length(n *node) (l int) {
	for ; n != nil; n = n.next {
		l++
	}
	return
}

func remove(head **node, v int) bool {
	for p := head; *p != nil; p = &(*p).next {
		if (*p).val == v {
			*p = (*p).next
			return true
		}
	}
	return false
}

func reverse(n *node) (prev *node) {
	for n != nil {
		n.next, prev, n = prev, n, n.next
	}
	return
}

func cycle(n *node) bool {
	for slow, fast := n, n; fast != nil && fast.next != nil; {
		if slow, fast = slow.next, fast.next.next; slow == fast {
			return true
		}
	}
	return false
}

func swap(a, b *int) { *a, *b = *b, *a }

func main() {
	var head *node
	for i := range 5 {
		push(&head, i*i)
	}
	fmt.Println(length(head), remove(&head, 4), remove(&head, 5), remove(&head, 16))
	head = reverse(head)
	for n := head; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	fmt.Println(cycle(head))
	head.next.next.next = head
	fmt.Println(cycle(head))
	x, y := 1, 2
	swap(&x, &y)
	pp := &head
	(*pp).val = 77
	arr := []int{1, 2, 3}
	p := &arr[1]
	arr = append(arr, 4)
	*p = 20
	q := &arr[1]
	*q++
	fmt.Println(x, y, head.val, arr, *p, p == q)
}
