/**
 * A synthetic police force with the volumes, delays and corrections of the West Midlands, and the truth about it.
 *
 * <p>The world ({@link vaiwg.cli.synthetic.CaseGenerator}, {@link vaiwg.cli.synthetic.StalkingProgramme}) makes changes to
 * records; {@link vaiwg.cli.synthetic.Simulation} puts them in order, day by day; {@link vaiwg.cli.synthetic.Delivery} brings
 * them to the topics, some late, some twice. {@link vaiwg.cli.synthetic.Truth} is counted from the cases themselves. Every
 * assumed figure is in {@link vaiwg.cli.synthetic.WestMidlandsFigures}. Nobody in it is real.
 */
package vaiwg.cli.synthetic;
