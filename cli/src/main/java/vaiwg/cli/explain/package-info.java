/** Which cases are behind a figure: who may see them, what is put on record of it, and how it is said. */
package vaiwg.cli.explain;
