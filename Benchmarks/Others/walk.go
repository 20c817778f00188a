// The comparison's work with go-gitlab: decode FILE TIMES | walk URL | call URL TIMES.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/xanzy/go-gitlab"
)

func processor() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

// measured prints the count of some work, its seconds of the processor, and those of the clock.
func measured(work func() int) {
	before, start := processor(), time.Now()
	count := work()
	fmt.Println(count, processor()-before, time.Since(start).Seconds())
}

func client(url string) *gitlab.Client {
	client, err := gitlab.NewClient("", gitlab.WithBaseURL(url))
	if err != nil {
		log.Fatal(err)
	}
	return client
}

// decode reads a page as the client does it.
func decode(path string, times int) int {
	page, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	count := 0
	for i := 0; i < times; i++ {
		var projects []*gitlab.Project
		if err := json.NewDecoder(bytes.NewReader(page)).Decode(&projects); err != nil {
			log.Fatal(err)
		}
		count += len(projects)
	}
	return count
}

func walk(client *gitlab.Client) int {
	count, paths := 0, 0
	options := &gitlab.ListProjectsOptions{ListOptions: gitlab.ListOptions{Page: 1, PerPage: 100}}
	for options.Page != 0 {
		projects, response, err := client.Projects.ListProjects(options)
		if err != nil {
			log.Fatal(err)
		}
		for _, project := range projects {
			count++
			paths += len(project.PathWithNamespace)
		}
		options.Page = response.NextPage
	}
	return count
}

func call(client *gitlab.Client, times int) int {
	for i := 0; i < times; i++ {
		if _, _, err := client.Projects.GetProject(42, nil); err != nil {
			log.Fatal(err)
		}
	}
	return times
}

func main() {
	arguments := os.Args[1:]
	switch {
	case len(arguments) == 3 && arguments[0] == "decode":
		times, _ := strconv.Atoi(arguments[2])
		measured(func() int { return decode(arguments[1], times) })
	case len(arguments) == 2 && arguments[0] == "walk":
		gitlab := client(arguments[1])
		measured(func() int { return walk(gitlab) })
	case len(arguments) == 3 && arguments[0] == "call":
		times, _ := strconv.Atoi(arguments[2])
		gitlab := client(arguments[1])
		call(gitlab, times/10)
		measured(func() int { return call(gitlab, times) })
	default:
		log.Fatal("usage: decode FILE TIMES | walk URL | call URL TIMES")
	}
}
