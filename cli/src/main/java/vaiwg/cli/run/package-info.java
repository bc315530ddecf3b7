/** The job in the process of {@code vaiwg run}: what is checked before it starts, and what is said while it runs. */
package vaiwg.cli.run;
