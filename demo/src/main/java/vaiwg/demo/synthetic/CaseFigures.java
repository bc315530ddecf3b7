package vaiwg.demo.synthetic;

/**
 * The figures as they are of one group of crimes in one policing area: the group's own where it has one, and otherwise in an area that differs.
 *
 * @param area slug of the area, or null
 */
record CaseFigures(OffenceGroup group, String area) {
    /** A mean, or a median; in an area that differs it is multiplied. */
    double of(String name) {
        return group.figure(name) * inArea(name);
    }

    /** A share; in an area that differs its odds are multiplied. */
    double share(String name) {
        return withOdds(group.figure(name), inArea(name));
    }

    /** One of several values; in an area that differs the place among all has a power, so that all of them are as often otherwise. */
    String drawn(String name, Draw draw) {
        return at(name, draw.unit());
    }

    /** The value at a place among all, likewise. */
    String at(String name, double place) {
        return group.choice(name).at(StrictMath.pow(place, inArea(name)));
    }

    /** A share of which the odds are so many times as high. */
    static double withOdds(double share, double times) {
        return share * times / (1 - share + share * times);
    }

    private double inArea(String name) {
        return area == null ? 1 : Figures.of("in_area." + name + "." + area, 1);
    }
}
