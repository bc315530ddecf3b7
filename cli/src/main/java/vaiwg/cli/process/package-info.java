/** The process itself: files for its owner alone, and what happens in which order when it is told to end. */
package vaiwg.cli.process;
