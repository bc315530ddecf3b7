/** What others publish of a force, beside what is published here. */
package vaiwg.cli.published;
