package main

import (
	"fmt"
	"io"
)

func main() {
	var n int
	if _, err := fmt.Scan(&n); err != nil {
		fmt.Println("no count:", err)
		return
	}
	nums := make([]int, n)
	for i := range nums {
		fmt.Scan(&nums[i])
	}
	sum := 0
	for _, v := range nums {
		sum += v
	}
	fmt.Println(nums, sum)
	var name string
	var age int
	k, err := fmt.Scanf("%s is %d\n", &name, &age)
	fmt.Println(k, err, name, age)
	k, err = fmt.Scanf("%s is %d\n", &name, &age)
	fmt.Println(k, err, name, age)
	var a, b string
	k, err = fmt.Scanln(&a, &b)
	fmt.Println(k, err, a, b)
	k, err = fmt.Scanln(&a, &b)
	fmt.Println(k, err, a)
	var f float64
	k, err = fmt.Scan(&f)
	fmt.Println(k, err, f)
	_, err = fmt.Scan(&f)
	fmt.Println(err == io.EOF, err)
}
