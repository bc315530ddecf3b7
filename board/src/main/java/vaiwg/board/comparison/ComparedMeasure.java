package vaiwg.board.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vaiwg.board.Digits;

/**
 * Forces side by side in one measure.
 *
 * @param forces those that can be compared, by name
 * @param funnel none where they are too few, or all have the same of nothing
 * @param leftOut forces that cannot be compared, by reason
 */
public record ComparedMeasure(
        ForceMeasure measure, List<ComparedForce> forces, Optional<Curve> funnel, List<LeftOut> leftOut) {
    /**
     * The funnel.
     *
     * @param centre the value of all forces together, in the measure's unit
     * @param usual by how much forces differ beyond chance: one standard deviation, in the measure's unit
     * @param ranges from the smallest size that is drawn to the largest
     */
    public record Curve(double centre, double usual, List<FunnelRange> ranges) {}

    /** Forces that share a reason. */
    public record LeftOut(String reason, List<String> forces) {}

    /** The forces outside the limits of 499 of 500, or that there is none: the first line of the measure. */
    public String finding() {
        if (funnel.isEmpty()) {
            return "Not compared";
        }
        List<ComparedForce> far = forces.stream()
                .filter(force -> force.place() == ComparedForce.Place.FAR)
                .toList();
        return far.isEmpty()
                ? "No force stands apart"
                : "Beyond 499 of 500: "
                        + far.stream()
                                .map(force -> force.force() + " (" + force.side() + ")")
                                .collect(Collectors.joining(", "));
    }

    /** How many forces lie outside the limits of 19 of 20, and how many would by chance. */
    public String outside() {
        long outside = forces.stream().filter(ComparedForce::isOutside).count();
        return (outside == 0 ? "None" : Digits.count(outside)) + " of " + forces.size() + " forces "
                + (outside < 2 ? "lies" : "lie")
                + " beyond 19 of 20; by chance about "
                + Digits.plain(forces.size() / 20.0) + " would.";
    }

    /** By how much forces differ beyond chance. */
    public String spread() {
        double usual = funnel.orElseThrow().usual();
        if (usual == 0) {
            return "Forces differ by no more than chance.";
        }
        String points = measure.isOfOutcomes()
                ? Digits.decimal(100 * usual, 1) + " percentage points"
                : Digits.decimal(usual, 1) + " for each 10,000";
        return "Beyond chance, forces usually differ by " + points + " (one standard deviation).";
    }

    public int leftOutForces() {
        return leftOut.stream().mapToInt(out -> out.forces().size()).sum();
    }
}
