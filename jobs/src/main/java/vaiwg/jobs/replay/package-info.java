/** The job's own code without Flink: a log that is played through decoding, admission, subjects and panes in one process. */
package vaiwg.jobs.replay;
