package vaiwg.kpis.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** Shares that add up to one whole: each of its cases is counted by one of them. Where one of them is withheld, so is another. */
@API(status = API.Status.MAINTAINED)
public enum SharedWhole {
    /** At which stage support for a case ended, in the order of a case: of the outcomes 16 that record one. */
    WITHDRAWAL_STAGE(
            new GroupColumn("withdrawal_before_statement", "Before a statement"),
            new GroupColumn("withdrawal_after_statement", "After a statement"),
            new GroupColumn("withdrawal_at_cps", "At the CPS"),
            new GroupColumn("withdrawal_at_another_stage", "Another stage")),

    /** For which reason: of the outcomes 16 that record one. */
    WITHDRAWAL_REASON(
            new GroupColumn("withdrawal_for_fear", "Fear of reprisal"),
            new GroupColumn("withdrawal_for_length", "Length of the process"),
            new GroupColumn("withdrawal_for_court", "Concern about court"),
            new GroupColumn("withdrawal_uninformed", "Not kept informed"),
            new GroupColumn("withdrawal_for_other_support", "Other support chosen"),
            new GroupColumn("withdrawal_for_device", "Request for a device"),
            new GroupColumn("withdrawal_reason_not_given", "None given"),
            new GroupColumn("withdrawal_for_another_reason", "Another reason")),

    /** What complaints are about: of those that record a category. */
    COMPLAINT_CATEGORY(
            new GroupColumn("complaints_duties", "Duties, service"),
            new GroupColumn("complaints_discrimination", "Discrimination"),
            new GroupColumn("complaints_abuse", "Abuse of position"),
            new GroupColumn("complaints_behaviour", "Behaviours"),
            new GroupColumn("complaints_sexual", "Sexual conduct"),
            new GroupColumn("complaints_others", "Other categories"));

    private final List<GroupColumn> parts;

    SharedWhole(GroupColumn... parts) {
        this.parts = List.of(parts);
    }

    /** The measures, in the order in which they are shown; the last is of what none of the others is. */
    public List<GroupColumn> parts() {
        return parts;
    }

    /** Its name in the tables. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a measure is a part of; absent where it is of no such whole. */
    public static Optional<SharedWhole> of(String measure) {
        return Arrays.stream(values())
                .filter(whole ->
                        whole.parts.stream().anyMatch(part -> part.slug().equals(measure)))
                .findFirst();
    }
}
