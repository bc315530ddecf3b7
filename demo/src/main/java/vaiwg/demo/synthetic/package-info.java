/**
 * A synthetic police force with the volumes, delays and corrections of the West Midlands, and the truth about it.
 *
 * <p>The world ({@link vaiwg.demo.synthetic.CaseGenerator}, {@link vaiwg.demo.synthetic.StalkingProgramme}) makes changes to
 * records; {@link vaiwg.demo.synthetic.Simulation} puts them in order, day by day; {@link vaiwg.demo.synthetic.SyntheticDelivery} brings
 * them to the topics, some late, some twice. {@link vaiwg.demo.synthetic.Truth} is counted from the cases themselves. Every
 * assumed figure is in {@link vaiwg.demo.synthetic.Figures}. Nobody in it is real.
 *
 * <p>What is drawn beside the course of a case has a stream of chance of its own, so that all else is the same with it and without.
 */
package vaiwg.demo.synthetic;
