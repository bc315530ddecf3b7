package vaiwg.jobs.decode;

import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import vaiwg.jobs.decode.Refusal.Reason;
import vaiwg.schemas.Conduct;
import vaiwg.schemas.CpsReferral;
import vaiwg.schemas.CrimeRecording;
import vaiwg.schemas.DeviceExamination;
import vaiwg.schemas.Stalking;
import vaiwg.schemas.Suspect;
import vaiwg.schemas.VictimContact;

/** The names in an event by which things are found again: each is short, and one of a person says nothing of that person. */
final class Identifiers {
    private Identifiers() {}

    /**
     * Checks what an event names beside its subject, whose id is the record's key and was checked with it.
     *
     * @throws Refusal where a name is too long, or a pseudonym looks like what it is to hide
     */
    static void check(SpecificRecord event) throws Refusal {
        if (event instanceof CrimeRecording crime) {
            checkCrime(crime);
        } else if (event instanceof Stalking step) {
            person("perpetratorId", step.getPerpetratorId());
            name("crimeReference", step.getCrimeReference());
        } else if (event instanceof VictimContact contact) {
            name("contactId", contact.getContactId());
        } else if (event instanceof CpsReferral submission) {
            name("submissionId", submission.getSubmissionId());
        } else if (event instanceof DeviceExamination item) {
            name("itemId", item.getItemId());
        } else if (event instanceof Conduct matter) {
            person("personId", matter.getPersonId());
        }
    }

    private static void checkCrime(CrimeRecording crime) throws Refusal {
        name("lpa", crime.getLpa());
        name("locationCell", crime.getLocationCell());
        if (crime.getVictim() != null) {
            person("victim.personId", crime.getVictim().getPersonId());
        }
        for (Suspect suspect : crime.getSuspects()) {
            person("suspects.personId", suspect.getPersonId());
        }
    }

    private static void person(String field, String pseudonym) throws Refusal {
        name(field, pseudonym);
        if (pseudonym != null) {
            String likeness = Pseudonyms.likeness(pseudonym);
            if (likeness != null) {
                throw new Refusal(Reason.PERSONAL_DATA, field + " looks like " + likeness);
            }
        }
    }

    private static void name(String field, String name) throws Refusal {
        // A character has at most three bytes here: mostly its number alone tells.
        if (name != null
                && name.length() > EventReader.LONGEST_KEY / 3
                && name.getBytes(StandardCharsets.UTF_8).length > EventReader.LONGEST_KEY) {
            throw new Refusal(Reason.OVERSIZED, field + " has more than " + EventReader.LONGEST_KEY + " bytes");
        }
    }
}
