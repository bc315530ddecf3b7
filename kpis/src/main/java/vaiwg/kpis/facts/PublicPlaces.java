package vaiwg.kpis.facts;

import java.util.EnumSet;
import java.util.Set;
import vaiwg.schemas.PlaceType;

/** Which places count as public: the street, transport, licensed premises and open space; and which as education. */
final class PublicPlaces {
    private static final Set<PlaceType> PUBLIC =
            EnumSet.of(PlaceType.STREET, PlaceType.TRANSPORT, PlaceType.LICENSED_PREMISES, PlaceType.OPEN_SPACE);
    private static final PlaceType[] ALL = PlaceType.values();

    private static final byte EDUCATION = (byte) (PlaceType.EDUCATION.ordinal() + 1);

    private PublicPlaces() {}

    /** Judges a place likewise: a school or another place of education. */
    static boolean isEducation(byte place) {
        return place == EDUCATION;
    }

    /** Judges a place as kept in a crime version: the ordinal plus one, 0 where absent. */
    static boolean contain(byte place) {
        return place != 0 && PUBLIC.contains(ALL[place - 1]);
    }
}
