package vaiwg.demo.synthetic;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.schemas.DeviceExamination;

/** What the inquiry into a rape adds to the case: items examined at a digital kiosk or elsewhere, and other property. */
final class InquiryCourse {
    private static final long FURTHER = 82;

    private final CaseFile file;
    private final SimulatedCase simulated;
    private final Draw draw;
    private final Draw own;

    InquiryCourse(CaseFile file, SimulatedCase simulated, Draw draw) {
        this.file = file;
        this.simulated = simulated;
        this.own = Draw.at(FURTHER, file.reference().hashCode());
        this.draw = draw;
    }

    void add() {
        if (file.plan().group() != OffenceGroup.RAPE) {
            return;
        }
        if (draw.chance(Figures.of("items_a_rape"))) {
            long receivedAt = file.incident().recordedAt() + ForceCalendar.days(draw.exponential(3));
            addItem("item", receivedAt, true, Figures.choice("kinds_at_kiosks").draw(own), draw);
        }
        if (own.chance(Figures.of("elsewhere_a_rape"))) {
            long receivedAt = file.incident().recordedAt() + ForceCalendar.days(own.exponential(3));
            addItem(
                    "item-elsewhere",
                    receivedAt,
                    false,
                    Figures.choice("kinds_elsewhere").draw(own),
                    own);
        }
        if (own.chance(Figures.of("property_a_rape"))) {
            addProperty(file.incident().recordedAt() + ForceCalendar.days(own.exponential(2)));
        }
    }

    private void addItem(String id, long receivedAt, boolean atKiosk, String kind, Draw chances) {
        if (file.goneAt(receivedAt)) {
            return;
        }
        DeviceExamination item = item(id, receivedAt);
        save(item, receivedAt + ForceCalendar.MINUTE, chances);
        long examinedAt = receivedAt + (long) (chances.uniform(1, 30) * ForceCalendar.HOUR);
        item.setExaminedAt(Instant.ofEpochMilli(examinedAt));
        item.setAtKiosk(atKiosk);
        item.setItemKind(kind);
        save(item, examinedAt + ForceCalendar.MINUTE, chances);
        long returnedAt = examinedAt + (long) (chances.exponential(20) * ForceCalendar.HOUR);
        item.setReturnedAt(Instant.ofEpochMilli(returnedAt));
        save(item, returnedAt + 2 * ForceCalendar.MINUTE, chances);
    }

    private void addProperty(long receivedAt) {
        if (file.goneAt(receivedAt)) {
            return;
        }
        DeviceExamination property = item("property", receivedAt);
        property.setOtherProperty(true);
        save(property, receivedAt + ForceCalendar.MINUTE, own);
        long neededUntil = receivedAt + ForceCalendar.days(10 + own.exponential(40));
        long returnedAt = neededUntil + ForceCalendar.days(own.exponential(Figures.of("days_to_return_property")));
        property.setNeededUntil(Instant.ofEpochMilli(neededUntil));
        save(property, neededUntil + ForceCalendar.MINUTE, own);
        property.setReturnedAt(Instant.ofEpochMilli(returnedAt));
        save(property, returnedAt + ForceCalendar.MINUTE, own);
        long askedAt = ForceCalendar.between(9, 20, returnedAt + ForceCalendar.days(own.uniform(1, 10)));
        if (own.chance(Figures.of("asked_of_property")) && !file.goneAt(askedAt)) {
            boolean late = returnedAt - neededUntil >= ForceCalendar.days(Figures.of("property_late_from_days"));
            Satisfaction satisfaction = new Satisfaction(file.figures())
                    .duty(
                            late,
                            StrictMath.exp(
                                    -Figures.of("property_late_from_days") / Figures.of("days_to_return_property")));
            ContactRecord.ask(simulated, "survey-of-property", askedAt, satisfaction, own);
        }
    }

    private DeviceExamination item(String id, long receivedAt) {
        DeviceExamination item = Saved.begun(new DeviceExamination());
        item.setCrimeReference(simulated.reference());
        item.setItemId(id);
        item.setReceivedAt(Instant.ofEpochMilli(receivedAt));
        return item;
    }

    private void save(SpecificRecord record, long changedAt, Draw ids) {
        Saved.next(simulated, record, changedAt, ids.uuid());
    }
}
