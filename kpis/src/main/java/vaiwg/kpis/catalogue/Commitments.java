package vaiwg.kpis.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vaiwg.kpis.catalogue.Commitment.Register;
import vaiwg.kpis.catalogue.Commitment.Seen;
import vaiwg.kpis.reference.Sites;

/** The dated registers of recommendations, steps of the delivery plan, posts and interventions, each entry tied to the measures that show it. */
public final class Commitments {
    private Commitments() {}

    /** All entries of sites, by register and in its order. */
    public static List<Commitment> of(Sites sites) {
        return Arrays.stream(Register.values())
                .flatMap(register -> sites.file(register.file()).rows().stream()
                        .map(row -> register == Register.INTERVENTION ? Interventions.of(row) : entry(register, row)))
                .toList();
    }

    private static Commitment entry(Register register, Map<String, String> row) {
        return new Commitment(
                register,
                row.get("id"),
                Integer.parseInt(row.get("number")),
                row.get("set"),
                row.get("text"),
                row.get("addressed"),
                row.get("owner"),
                row.get("day").isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(row.get("day"))),
                row.get("when"),
                seen(row.get("measures")),
                row.get("note"),
                row.get("section"),
                row.get(Sites.FORCE));
    }

    /** Of names separated by blanks. */
    public static List<Seen> seen(String measures) {
        return measures.isEmpty()
                ? List.of()
                : Stream.of(measures.split(" ")).map(Seen::of).toList();
    }
}
