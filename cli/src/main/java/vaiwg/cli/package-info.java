/** The program {@code vaiwg}: one class for each verb, which reads options, calls what does the work, and says how it ended. */
package vaiwg.cli;
