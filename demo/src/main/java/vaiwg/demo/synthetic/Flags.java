package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.PlaceType;

/** The flags of a crime record other than domestic abuse, which has a course of its own. Shares are assumed. */
final class Flags {
    private static final double HONOUR_BASED = 0.004;
    private static final double HATE_GENDER = 0.008;
    /** Of each strand of hate but gender and race. */
    private static final double HATE_OTHER = 0.006;

    private static final List<String> OTHER_STRANDS =
            List.of("HATE_RELIGION", "HATE_ORIENTATION", "HATE_DISABILITY", "HATE_TRANSGENDER");
    private static final long STRANDS = 74;
    private static final double SPIKING = 0.008;
    private static final double ONLINE = 0.15;
    private static final double ONLINE_COMMUNICATION = 0.8;
    private static final int CHILD = 18;

    private Flags() {}

    static List<String> of(CaseFile file, String code, Draw draw) {
        List<String> flags = new ArrayList<>();
        boolean sexual = file.plan().group() == OffenceGroup.RAPE || file.plan().group() == OffenceGroup.OTHER_SEXUAL;
        if (file.domestic() && draw.chance(HONOUR_BASED)) {
            flags.add("HONOUR_BASED");
        }
        if (code.equals("8M")) {
            flags.add("HATE_RACE");
        }
        if (!file.domestic() && draw.chance(HATE_GENDER)) {
            flags.add("HATE_GENDER");
        }
        // By chances of their own, so that all else is the same with them and without.
        Draw strands = Draw.at(STRANDS, file.reference().hashCode());
        for (String strand : OTHER_STRANDS) {
            if (strands.chance(HATE_OTHER)) {
                flags.add(strand);
            }
        }
        if (sexual && file.people().victim().age() < CHILD) {
            flags.add("CHILD_ABUSE");
        }
        if (sexual && draw.chance(SPIKING)) {
            flags.add("SPIKING");
        }
        boolean communication = code.equals("8R") || code.equals("88A");
        boolean conduct =
                file.plan().group() == OffenceGroup.STALKING || file.plan().group() == OffenceGroup.HARASSMENT;
        if (file.incident().place() == PlaceType.ONLINE
                || (communication && draw.chance(ONLINE_COMMUNICATION))
                || (conduct && draw.chance(ONLINE))) {
            flags.add("ONLINE");
        }
        return flags;
    }
}
