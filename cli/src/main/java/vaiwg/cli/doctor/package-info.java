/** What {@code vaiwg doctor} looks at: a class for each thing that is asked, a method a check, which changes nothing. */
package vaiwg.cli.doctor;
