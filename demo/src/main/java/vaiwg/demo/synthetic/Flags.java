package vaiwg.demo.synthetic;

import java.util.ArrayList;
import java.util.List;
import vaiwg.schemas.PlaceType;

/** The flags of a crime record other than domestic abuse, which has a course of its own. */
final class Flags {
    private static final List<String> OTHER_STRANDS =
            List.of("HATE_RELIGION", "HATE_ORIENTATION", "HATE_DISABILITY", "HATE_TRANSGENDER");
    private static final long STRANDS = 74;
    private static final int CHILD = 18;

    private Flags() {}

    static List<String> of(CaseFile file, String code, Draw draw) {
        List<String> flags = new ArrayList<>();
        boolean sexual = file.plan().group().isSexual();
        if (file.domestic() && draw.chance(Figures.of("honour_based"))) {
            flags.add("HONOUR_BASED");
        }
        if (code.equals("8M")) {
            flags.add("HATE_RACE");
        }
        if (!file.domestic() && draw.chance(Figures.of("hate_gender"))) {
            flags.add("HATE_GENDER");
        }
        Draw strands = Draw.at(STRANDS, file.reference().hashCode());
        for (String strand : OTHER_STRANDS) {
            if (strands.chance(Figures.of("hate_other"))) {
                flags.add(strand);
            }
        }
        if (sexual && file.people().victim().age() < CHILD) {
            flags.add("CHILD_ABUSE");
        }
        if (sexual && draw.chance(Figures.of("spiking"))) {
            flags.add("SPIKING");
        }
        boolean communication = code.equals("8R") || code.equals("88A");
        boolean conduct =
                file.plan().group() == OffenceGroup.STALKING || file.plan().group() == OffenceGroup.HARASSMENT;
        if (file.incident().place() == PlaceType.ONLINE
                || (communication && draw.chance(Figures.of("online_communication")))
                || (conduct && draw.chance(Figures.of("online_conduct")))) {
            flags.add("ONLINE");
        }
        return flags;
    }
}
