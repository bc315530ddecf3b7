package vaiwg.board.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vaiwg.board.Tier;
import vaiwg.board.report.Edition;

/**
 * A draft of an edition, as it is registered: all that decides what it says, beside the snapshot.
 *
 * @param edition the report's number among those of its force, from 1
 * @param draft which draft of it, from 1
 * @param notesUntil owners' notes up to here are in it
 * @param previous the edition with which it is compared; empty for the first
 * @param previousAsAt the as-at of that edition
 * @param approvedBy the post that approved it
 * @param replaces the edition that it corrects
 * @param whatChanged what is otherwise than in that edition
 * @param manifest SHA-256 of its manifest, in hexadecimal digits
 * @param logins who did what, as the database knows it
 */
public record Registration(
        String force,
        int edition,
        int draft,
        LocalDate asAt,
        int publication,
        Tier tier,
        Edition.Status status,
        Instant notesUntil,
        Optional<Integer> previous,
        Optional<LocalDate> previousAsAt,
        Optional<String> approvedBy,
        Optional<Integer> replaces,
        Optional<String> whatChanged,
        String manifest,
        Logins logins) {
    /** The logins of the database that drafted, approved and issued it; empty where that has not happened, or was not recorded. */
    public record Logins(Optional<String> drafted, Optional<String> approved, Optional<String> issued) {
        static final Logins NONE = new Logins(Optional.empty(), Optional.empty(), Optional.empty());

        private String inWords() {
            return Stream.of(
                            drafted.map(login -> "drafted by the login " + login),
                            approved.map(login -> "approved by the login " + login),
                            issued.map(login -> "issued by the login " + login))
                    .flatMap(Optional::stream)
                    .map(words -> "; " + words)
                    .collect(Collectors.joining());
        }
    }

    /** The same, further on. */
    private Registration moved(Edition.Status reached, Optional<String> post, String newManifest) {
        return new Registration(
                force,
                edition,
                draft,
                asAt,
                publication,
                tier,
                reached,
                notesUntil,
                previous,
                previousAsAt,
                post,
                replaces,
                whatChanged,
                newManifest,
                logins);
    }

    /** The same with its manifest. */
    Registration with(String newManifest) {
        return moved(status, approvedBy, newManifest);
    }

    Registration approvedBy(String post) {
        return moved(Edition.Status.APPROVED, Optional.of(post), manifest);
    }

    /** The same, issued. */
    Registration issued() {
        return moved(Edition.Status.ISSUED, approvedBy, manifest);
    }

    /** "Edition 3, draft 2, as at 2026-11-26, board tier: approved (approved by Chair of the Board); drafted by the login a; approved by the login b". */
    public String inWords() {
        String words = "Edition " + edition + ", draft " + draft + ", as at " + asAt + ", " + slug(tier) + " tier: "
                + status.name().toLowerCase(java.util.Locale.ROOT);
        return approvedBy.map(post -> words + " (approved by " + post + ")").orElse(words) + logins.inWords();
    }

    static String slug(Tier tier) {
        return tier.name().toLowerCase(java.util.Locale.ROOT);
    }
}
