/** Groups of options that verbs share, each with its environment variable where it has one. */
package vaiwg.cli.options;
