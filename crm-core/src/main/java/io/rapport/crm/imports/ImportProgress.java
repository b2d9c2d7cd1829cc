package io.rapport.crm.imports;

/**
 * How far an import has come; all of it is committed.
 *
 * @param read rows so far, the sum of the other three
 * @param stored rows that were new
 * @param unchanged rows that were stored already
 * @param rejected rows that were not stored
 */
public record ImportProgress(ImportKind kind, long read, long stored, long unchanged, long rejected) {}
