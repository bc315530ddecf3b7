package vaiwg.kpis.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vaiwg.kpis.reference.SiteFile;
import vaiwg.kpis.reference.Sites;

/**
 * Who leads a priority area of a force, as its folder says.
 *
 * @param post in the force's words
 * @param mail where mail for the post goes; empty where the folder names no address
 */
public record Lead(String force, Priority area, String post, Optional<String> mail) {
    /** Of printable ASCII, without what would end or divide an address in a header. */
    private static final Pattern MAIL = Pattern.compile("[!-~&&[^@<>,;:\"()\\[\\]\\\\]]+@[A-Za-z0-9.-]+");

    /**
     * All that sites name.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read or names an area again
     */
    public static List<Lead> of(Sites sites) {
        List<Lead> leads = new ArrayList<>();
        for (Map<String, String> row : sites.file(SiteFile.LEADS).rows()) {
            Lead lead = of(row);
            if (leads.stream().anyMatch(lead::isOfSameArea)) {
                throw unreadable("names an area again", row);
            }
            leads.add(lead);
        }
        return leads;
    }

    private static Lead of(Map<String, String> row) {
        Priority area = Arrays.stream(Priority.values())
                .filter(priority -> priority.slug().equals(row.get("area")))
                .findFirst()
                .orElseThrow(() -> unreadable("names no priority area, such as criminal_justice", row));
        if (row.get("post").isEmpty()) {
            throw unreadable("names no post", row);
        }
        Optional<String> mail = Optional.of(row.get("mail")).filter(address -> !address.isEmpty());
        if (mail.isPresent() && !MAIL.matcher(mail.get()).matches()) {
            throw unreadable("has no mail address like criminal-justice@force.example", row);
        }
        return new Lead(row.get(Sites.FORCE), area, row.get("post"), mail);
    }

    private boolean isOfSameArea(Lead other) {
        return force.equals(other.force) && area == other.area;
    }

    private static IllegalStateException unreadable(String why, Map<String, String> row) {
        return new IllegalStateException("A row of leads " + why + ": " + String.join(",", row.values()));
    }
}
