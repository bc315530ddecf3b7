package vaiwg.verification.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the project knows of its parts: which versions have a hole that is known ({@code advisories.tsv}), and until when a line is maintained
 * ({@code end-of-life.tsv}). Both are compared with a bill of materials, the images and the build's own date, never with the clock.
 */
final class SupplyLists {
    private static final Path ROOT = Path.of("..");
    private static final Path LISTS = Path.of("src/test/resources/supply");
    /** Of a line whose project maintains the newest ones and names no day. */
    private static final String NEWEST_LINES = "newest lines";
    /** The group of the project's own modules. */
    private static final String OURS = "vaiwg";

    private SupplyLists() {}

    /** @param name a group and an artifact; of an image {@code image:} and its name */
    record Component(String name, String version) {}

    /**
     * @param component the name of one; a star at its end stands for any end
     * @param reason why what is wrong is not reached where an affected version is used; else empty
     */
    record Advisory(
            String id,
            String component,
            VersionRange affected,
            String fixed,
            String source,
            LocalDate read,
            String reason) {
        boolean hits(Component used) {
            return isOf(component, used) && affected.contains(used.version());
        }
    }

    /** @param end empty where its project names no day */
    record Line(String part, String component, String line, String end, String source, LocalDate read) {
        boolean isOf(Component used) {
            return SupplyLists.isOf(component, used) && (used.version() + ".").startsWith(line + ".");
        }

        boolean hasEndedOn(LocalDate day) {
            return !end.equals(NEWEST_LINES) && LocalDate.parse(end).isBefore(day);
        }
    }

    static List<Advisory> advisories() throws IOException {
        return rows("advisories.tsv", 7)
                .map(row -> new Advisory(
                        row[0], row[1], VersionRange.of(row[2]), row[3], row[4], LocalDate.parse(row[5]), row[6]))
                .toList();
    }

    static List<Line> lines() throws IOException {
        return rows("end-of-life.tsv", 6)
                .map(row -> new Line(row[0], row[1], row[2], row[3], row[4], LocalDate.parse(row[5])))
                .toList();
    }

    /** Of a bill in CycloneDX's JSON. */
    static List<Component> components(Path bill) throws IOException {
        List<Component> components = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(bill.toFile()).get("components")) {
            components.add(new Component(
                    component.path("group").asText() + ":"
                            + component.get("name").asText(),
                    component.get("version").asText()));
        }
        return components;
    }

    /** Of each component of others in a bill, by its name, under which licences it may be taken: any one of them. */
    static Map<String, Set<String>> licences(Path bill) throws IOException {
        Map<String, Set<String>> licences = new TreeMap<>();
        for (JsonNode component : new ObjectMapper().readTree(bill.toFile()).get("components")) {
            String group = component.path("group").asText();
            if (group.equals(OURS)) {
                continue;
            }
            Set<String> offered = new TreeSet<>();
            for (JsonNode choice : component.path("licenses")) {
                JsonNode licence = choice.path("license");
                offered.add(choice.path("expression")
                        .asText(licence.path("id").asText(licence.path("name").asText())));
            }
            licences.put(group + ":" + component.get("name").asText(), offered);
        }
        return licences;
    }

    /** Licences under which parts are taken. */
    static Set<String> takenLicences() throws IOException {
        return rows("licences.tsv", 2).map(row -> row[0]).collect(Collectors.toSet());
    }

    /** What is beside the bill: images of the containers, and Java. */
    static List<Component> beside() throws IOException {
        List<Component> components = new ArrayList<>();
        Matcher image = Pattern.compile("image: ([^:\\s]+):v?(\\S+)")
                .matcher(Files.readString(ROOT.resolve("docker-compose.yml")));
        while (image.find()) {
            components.add(new Component("image:" + image.group(1), image.group(2)));
        }
        components.add(new Component("pom:maven.compiler.release", property("maven.compiler.release")));
        return components;
    }

    /** The day that the build gives to what it makes. */
    static LocalDate day() throws IOException {
        return LocalDate.ofInstant(Instant.parse(property("project.build.outputTimestamp")), ZoneOffset.UTC);
    }

    static String property(String name) throws IOException {
        Matcher value = Pattern.compile("<" + Pattern.quote(name) + ">(.*?)</")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        if (!value.find()) {
            throw new IllegalArgumentException("pom.xml has no property " + name);
        }
        return value.group(1);
    }

    private static boolean isOf(String pattern, Component used) {
        return pattern.endsWith("*")
                ? used.name().startsWith(pattern.substring(0, pattern.length() - 1))
                : used.name().equals(pattern);
    }

    private static Stream<String[]> rows(String file, int columns) throws IOException {
        return Files.readAllLines(LISTS.resolve(file)).stream().skip(1).map(line -> {
            String[] row = line.split("\t", -1);
            if (row.length != columns) {
                throw new IllegalArgumentException(file + " has a row of " + row.length + " columns: " + line);
            }
            return row;
        });
    }
}
