package vaiwg.board.comparison;

/**
 * A force in a funnel.
 *
 * @param value in the measure's unit
 * @param z how far it lies from the value of all, in sigmas of its limits; NaN where there is no funnel
 */
public record ComparedForce(String force, int numerator, int denominator, double value, double z, Place place) {
    /** Where it lies. */
    public enum Place {
        WITHIN("within"),
        /** Outside the limits of 19 of 20. */
        BEYOND("beyond 19 of 20"),
        /** Outside those of 499 of 500. */
        FAR("beyond 499 of 500"),
        NOT_COMPARED("not compared");

        private final String word;

        Place(String word) {
            this.word = word;
        }
    }

    public boolean isOutside() {
        return place == Place.BEYOND || place == Place.FAR;
    }

    /** "beyond 19 of 20, above". */
    public String said() {
        return place.word + (isOutside() ? ", " + side() : "");
    }

    String side() {
        return z > 0 ? "above" : "below";
    }
}
