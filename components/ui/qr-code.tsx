import { clsx } from 'clsx';

interface QrCodeProps {
  /** Dots on each side, and the path that fills the dark ones. */
  drawing: { size: number; path: string };
  label: string;
  className?: string;
}

/** Black on white in either theme, with four dots of quiet around: cameras read nothing else as well. */
export function QrCode({ drawing: { size, path }, label, className }: QrCodeProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      className={clsx('rounded-md border', className)}
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
