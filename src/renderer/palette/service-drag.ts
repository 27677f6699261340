/** The type of the drag data: a service type of the catalog. */
export const serviceDragType = 'application/x-servicefull-service';
