package io.rapport.crm.retention.rfm;

import java.io.Serializable;

/**
 * How large a segment is.
 *
 * @param name what the segment is called
 * @param customers how many belong to it
 * @param monetaryMinor the sum of their monetary values in minor units
 */
public record SegmentSize(String name, long customers, double monetaryMinor) implements Serializable {}
