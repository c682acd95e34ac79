// Package site turns lessons into a finished site: static files that any host
// can serve, under any path, and that need nothing else from anywhere.
//
//	index.html            the course: its lessons
//	38-asyncio/index.html a lesson, and beside it the images that it shows
//	38-asyncio/example-1-greetings/python.jsonl
//	                      the event log of the Python beside that program
//	embed.html            a program of the course in a frame on another site
//	embed/index.html      how other sites embed programs
//	embed/38.json         the programs of lesson 38, for embed.html
//	assets/, engine/      the browser bundle
//	.awaitgo              marks the folder as built, so that the next build may replace it
//
// A page is good as it arrives: text, highlighted listings, expected output
// and the quiz with its answer key are in the HTML. The bundle's page script
// upgrades what it finds:
//
//	<section class="example" id="example-1">
//	  <div class="pair">                                Python beside Go
//	    <figure class="listing" data-lang="python"><figcaption>Python</figcaption>
//	      <pre class="code"><code class="language-python">
//	    <figure class="listing" data-lang="go"><figcaption>Go</figcaption>
//	      <await-go lesson="38" example="1" name="example-1-greetings"
//	                log beside="example-1-greetings/python.jsonl">  beside where there is that file
//	        <pre class="code"><code class="language-go"> its text is exactly the program
//	      <div class="expected"><p><pre><samp>          what want.txt holds
//	<section class="exercise" id="exercise-1">
//	  <await-exercise lesson="38" name="exercise-1">
//	    <figure class="listing" data-lang="go"> with <await-go> and what is expected, as above
//	    <details class="solution">
//	<section class="quiz" id="quiz">
//	  <await-quiz lesson="38">
//	    <form>
//	      <fieldset class="question" id="quiz-1" data-answer="c">  "a c" asks for both
//	        <legend><span class="number">
//	        <label class="option"><input> <span class="letter"> <span class="text">
//	        <div class="explanation" hidden>
//	    <details class="answer-key"> with <div class="why"> for an explanation
//
// A program without Python is the Go figure alone. A listing that doesn't run
// is a figure without caption. Classes in code are Chroma's short ones.
//
// Every page carries a Content-Security-Policy that allows its own origin and
// nothing else, so there is no inline script, no inline style and no third
// party in any template. Lessons come from authors and are not trusted: what
// they hold reaches a page escaped (see package lesson for the few tags that
// pass).
package site
