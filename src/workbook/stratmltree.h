/* stratmltree: a StratML plan or report as a tree of the elements the standard knows.
 *
 * Lenient: any of the namespaces in use or none, children in any order, empty elements, elements
 * and attributes nobody knows.  What was strange is tallied and reported, one finding a kind, or
 * one for all parts of elements of a name, with the place of its first (workbook.md 5.1, 5.2).
 * Strict in nothing but XML itself.
 *
 * Whoever reads the tree marks what it took; what is left over is reported in the end, so that
 * nothing of a plan is dropped in silence. */
#ifndef WORKBOOK_STRATMLTREE_H
#define WORKBOOK_STRATMLTREE_H

#include "base/diag.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Every element of parts 1 and 2, in all their editions: enumerator and name. */
#define STRATMLTREE_ELEMENTS(X)                                                                    \
    X(PLAN, "PerformancePlanOrReport")                                                             \
    X(NAME, "Name")                                                                                \
    X(DESCRIPTION, "Description")                                                                  \
    X(OTHER, "OtherInformation")                                                                   \
    X(CORE, "StrategicPlanCore")                                                                   \
    X(ORGANIZATION, "Organization")                                                                \
    X(ACRONYM, "Acronym")                                                                          \
    X(IDENTIFIER, "Identifier")                                                                    \
    X(STAKEHOLDER, "Stakeholder")                                                                  \
    X(ROLE, "Role")                                                                                \
    X(ROLE_TYPE, "RoleType")                                                                       \
    X(VISION, "Vision")                                                                            \
    X(MISSION, "Mission")                                                                          \
    X(VALUE, "Value")                                                                              \
    X(GOAL, "Goal")                                                                                \
    X(OBJECTIVE, "Objective")                                                                      \
    X(SEQUENCE, "SequenceIndicator")                                                               \
    X(INDICATOR, "PerformanceIndicator")                                                           \
    X(DIMENSION, "MeasurementDimension")                                                           \
    X(UNIT, "UnitOfMeasurement")                                                                   \
    X(RELATIONSHIP, "Relationship")                                                                \
    X(REFERENT, "ReferentIdentifier")                                                              \
    X(INSTANCE, "MeasurementInstance")                                                             \
    X(PLACE, "Place")                                                                              \
    X(PLACE_IDENTIFIER, "PlaceIdentifier")                                                         \
    X(TARGET, "TargetResult")                                                                      \
    X(ACTUAL, "ActualResult")                                                                      \
    X(START_DATE, "StartDate")                                                                     \
    X(END_DATE, "EndDate")                                                                         \
    X(NUMBER, "NumberOfUnits")                                                                     \
    X(DESCRIPTOR, "Descriptor")                                                                    \
    X(DESCRIPTOR_NAME, "DescriptorName")                                                           \
    X(DESCRIPTOR_VALUE, "DescriptorValue")                                                         \
    X(ADMINISTRATIVE, "AdministrativeInformation")                                                 \
    X(PUBLICATION_DATE, "PublicationDate")                                                         \
    X(SOURCE, "Source")                                                                            \
    X(SUBMITTER, "Submitter")                                                                      \
    X(GIVEN_NAME, "GivenName")                                                                     \
    X(SURNAME, "Surname")                                                                          \
    X(FIRST_NAME, "FirstName")                                                                     \
    X(LAST_NAME, "LastName")                                                                       \
    X(PHONE, "PhoneNumber")                                                                        \
    X(EMAIL, "EmailAddress")

enum stratmltree_kind {
#define X(kind, name) STRATMLTREE_##kind,
    STRATMLTREE_ELEMENTS(X)
#undef X
        STRATMLTREE_KINDS
};

struct stratmltree_node {
    enum stratmltree_kind kind;
    uint32_t line, column;
    const char *text; /* trimmed; "" for elements that hold others, and for "[To be determined]" */
    const char *type; /* ValueChainStage or RelationshipType; "" if not given */
    bool content;     /* it, or an element below it, has text that says more than a number */
    bool taken;
    struct stratmltree_node *parent, *first, *last, *next;
};

struct stratmltree;

/* True if an element of this name and namespace begins a plan of part 1 or 2, whatever the
 * namespace; those of part 3 are another language. */
bool stratmltree_root(const char *name, const char *space);

/* NULL after reporting why the file cannot be read. */
struct stratmltree *stratmltree_read(struct arena *arena, const char *path, const char *bytes,
                                     size_t length, struct diags *diags);
struct stratmltree_node *stratmltree_top(const struct stratmltree *tree);

/* The first child of a kind, the next sibling of the same kind; NULL if there is none. */
struct stratmltree_node *stratmltree_child(const struct stratmltree_node *node,
                                           enum stratmltree_kind kind);
struct stratmltree_node *stratmltree_next(const struct stratmltree_node *node);
/* The first child of a kind that has text, or NULL. */
struct stratmltree_node *stratmltree_filled(const struct stratmltree_node *node,
                                            enum stratmltree_kind kind);
/* Its text, marked as taken; "" if there is none. */
const char *stratmltree_take(const struct stratmltree_node *node, enum stratmltree_kind kind);

/* Marks everything in the node as taken. */
void stratmltree_take_all(struct stratmltree_node *node);

const char *stratmltree_name(enum stratmltree_kind kind);
struct place stratmltree_place(const struct stratmltree *tree, const struct stratmltree_node *node);

/* Reports what was strange about the file and what of it nobody took. */
void stratmltree_report(struct stratmltree *tree);

#endif
