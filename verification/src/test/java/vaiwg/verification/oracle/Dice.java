package vaiwg.verification.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Seeded chance, in the terms of a force's history. */
final class Dice {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** For what was added to events later, so that all else in a history is the same with it and without. */
    static Dice ofItsOwn(Instant instant) {
        return new Dice(instant.toEpochMilli());
    }

    /** Of a producer that knows the field or does not: yes, no or nothing. */
    Boolean maybe() {
        return chance(0.4) ? null : chance(0.5);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code least} to {@code most}, both possible. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Likewise, the small ones much likelier. */
    int mostlyLow(int least, int most) {
        double toss = random.nextDouble();
        return least + (int) (toss * toss * (most - least + 1));
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> List<T> shuffled(T... values) {
        List<T> shuffled = new ArrayList<>(List.of(values));
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Any instant of a London day; often its first, sometimes its last, millisecond. */
    Instant within(LocalDate day) {
        long first = midnight(day).toEpochMilli();
        long next = midnight(day.plusDays(1)).toEpochMilli();
        if (chance(0.08)) {
            return Instant.ofEpochMilli(first);
        }
        return Instant.ofEpochMilli(chance(0.03) ? next - 1 : first + (long) (random.nextDouble() * (next - first)));
    }

    /** A person's pseudonym, or none, or a placeholder that says nothing. */
    String idOf(int first, int last) {
        return chance(0.2) ? oneOf(null, "", " ", "unknown", "Unknown") : "person-" + between(first, last);
    }

    /** A UUID with every bit left to chance, in small or capital letters. */
    String eventId() {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return chance(0.2) ? id.toUpperCase(Locale.ROOT) : id;
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, LONDON);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
