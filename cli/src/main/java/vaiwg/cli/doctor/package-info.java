/** What {@code vaiwg doctor} looks at: a class a check, which changes nothing, and what each says. */
package vaiwg.cli.doctor;
