package vaiwg.cli.feed.redrive;

import vaiwg.jobs.admission.DeadLetter;

/** Where a record stands in Kafka: what names a dead letter, however often the job has written it. */
record Place(String topic, int partition, long offset) {
    static Place of(DeadLetter letter) {
        return new Place(letter.topic, letter.partition, letter.offset);
    }

    /** As in {@code vaiwg.outcome/1/42}. */
    static Place parse(String text) {
        String[] parts = text.split("/");
        return new Place(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return topic + '/' + partition + '/' + offset;
    }
}
