package vaiwg.kpis.facts;

import java.util.EnumSet;
import java.util.Set;
import vaiwg.schemas.PlaceType;

/** Which places count as public: the street, transport, licensed premises and open space; and of which kind a place is. */
final class PublicPlaces {
    private static final Set<PlaceType> PUBLIC =
            EnumSet.of(PlaceType.STREET, PlaceType.TRANSPORT, PlaceType.LICENSED_PREMISES, PlaceType.OPEN_SPACE);
    private static final PlaceType[] ALL = PlaceType.values();

    private PublicPlaces() {}

    /** Judges a place likewise: whether it is of one kind. */
    static boolean is(byte place, PlaceType kind) {
        return place == kind.ordinal() + 1;
    }

    /** Judges a place as kept in a crime version: the ordinal plus one, 0 where absent. */
    static boolean contain(byte place) {
        return place != 0 && PUBLIC.contains(ALL[place - 1]);
    }
}
